/** What mails speak of, by the words that give it away in the languages of Contoso Hub; a word stands for all that begin with it. */
const words = {
  agreement: [
    [
      'agreement',
      'contract',
      'sign',
      'renew',
      'vertrag',
      'vereinbarung',
      'unterschr',
      'unterzeichn',
      'acuerdo',
      'contrato',
    ],
    [
      'firma',
      'contrat',
      'accord',
      'contratto',
      'rinnov',
      'assinar',
      'assinatura',
      '契約',
      '署名',
      '合同',
      '协议',
      '签署',
      '签字',
    ],
  ],
  pricing: [
    [
      'price',
      'pricing',
      'quote',
      'quotation',
      'discount',
      'budget',
      'proposal',
      'preis',
      'angebot',
      'rabatt',
      'precio',
      'presupuesto',
    ],
    [
      'descuento',
      'propuesta',
      'prix',
      'devis',
      'remise',
      'proposition',
      'prezz',
      'preventiv',
      'sconto',
      'proposta',
      'preço',
    ],
    ['orçamento', 'desconto', '価格', '見積', '値引', '提案', '价格', '报价', '折扣'],
  ],
  technical: [
    [
      'technical',
      'specification',
      'capacity',
      'installation',
      'integrat',
      'technisch',
      'spezifikation',
      'técnic',
      'especifica',
    ],
    ['technique', 'spécification', 'tecnic', 'specific', '仕様', '技術', '规格', '技术', '安装'],
  ],
  service: [
    [
      'service',
      'maintenance',
      'warranty',
      'repair',
      'wartung',
      'garantie',
      'reparatur',
      'mantenimiento',
      'garantía',
      'entretien',
    ],
    ['assistance', 'manutenzione', 'garanzia', 'manutenção', '保守', '保証', '修理', '维护', '保修', '维修'],
  ],
  delivery: [
    [
      'deliver',
      'shipping',
      'shipment',
      'lieferung',
      'liefertermin',
      'entrega',
      'envío',
      'livraison',
      'expédition',
      'consegn',
    ],
    ['spedizion', '納期', '配送', '交付', '发货', '交货'],
  ],
  reference: [
    [
      'reference',
      'case study',
      'customer story',
      'concern',
      'referenz',
      'fallstudie',
      'bedenken',
      'referencia',
      'caso de éxito',
    ],
    ['référence', 'étude de cas', 'referenz', 'referência', 'estudo de caso', '事例', '懸念', '案例', '顾虑'],
  ],
  sustainability: [
    [
      'sustainab',
      'energy',
      'carbon',
      'recycl',
      'nachhaltig',
      'energie',
      'sostenib',
      'energía',
      'durabilité',
      'énergie',
    ],
    ['energia', 'sustentab', '環境', '省エネ', '可持续', '节能'],
  ],
} as const;

export type Topic = keyof typeof words;

const cjk = /\p{Script=Han}|\p{Script=Katakana}/u;

/** Words of scripts that write blanks count at the beginning of a word, the others anywhere. */
const patterns = Object.entries(words).map(([topic, lists]) => {
  const list: readonly string[] = lists.flat();
  const begin = list.filter((word) => !cjk.test(word)).join('|');
  const anywhere = list.filter((word) => cjk.test(word)).join('|');
  return [topic as Topic, new RegExp(`(?<!\\p{L})(?:${begin})|${anywhere}`, 'u')] as const;
});

/** The topics of a text in lower case. */
export function topicsOf(text: string): Set<Topic> {
  return new Set(patterns.flatMap(([topic, pattern]) => (pattern.test(text) ? [topic] : [])));
}
