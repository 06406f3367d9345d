/** A user of Copilot for Sales. */
export interface Seller {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  /** Microsoft Entra tenant. */
  readonly tenant: string;
  /** BCP 47, sent as Accept-Language. */
  readonly language: string;
  /** IANA time zone in which times are shown. */
  readonly timeZone: string;
}

/** The sellers of the world: two tenants of Contoso Hub's sample; Logan lacks the scope that Contoso Hub asks for. */
export const sellers = [
  {
    id: 'kenny',
    name: 'Kenny Smith',
    email: 'kenny@contoso.com',
    tenant: '50000000-0000-4000-8000-00000000c0c0',
    language: 'en-US',
    timeZone: 'America/Los_Angeles',
  },
  {
    id: 'sara',
    name: 'Sara Davis',
    email: 'sara@contoso.com',
    tenant: '60000000-0000-4000-8000-00000000c0c0',
    language: 'de-DE',
    timeZone: 'Europe/Berlin',
  },
  {
    id: 'logan',
    name: 'Logan Hill',
    email: 'logan@contoso.com',
    tenant: '50000000-0000-4000-8000-00000000c0c0',
    language: 'en-US',
    timeZone: 'America/New_York',
  },
] as const satisfies readonly Seller[];

/** The languages that a seller can choose: those of the texts, as users of Microsoft 365 have them. */
export const sellerLanguages = ['en-US', 'de-DE', 'es-ES', 'fr-FR', 'it-IT', 'ja-JP', 'pt-BR', 'zh-CN'] as const;
