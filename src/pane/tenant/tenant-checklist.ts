/** What must be true in a customer's tenant though everything works here: plain data, for the pane and for guides. */
export interface TenantCheck {
  /** Never used again for something else. */
  readonly id: string;
  /** A question that "yes" answers well. */
  readonly title: string;
  /** What to look at, and how to mend it. */
  readonly text: string;
}

/** In the order in which it pays to look: what is most often the cause and quickest to see comes first. */
export const tenantChecklist: readonly TenantCheck[] = [
  {
    id: 'action-published',
    title: 'Is the action made and published?',
    text: 'The connector alone shows nothing. In Copilot Studio an action is made of it, with the descriptions of the extension points left to the letter, and then published. Look at the published action, not at the definition: its descriptions are the ones that count.',
  },
  {
    id: 'sales-app-deployed',
    title: 'Is the Sales agent among the targets in Copilot Studio?',
    text: 'If it is not offered as a target for the action, the administrator has not deployed the Sales app to this tenant yet.',
  },
  {
    id: 'action-enabled',
    title: 'Has an administrator enabled the action for these users?',
    text: 'Publishing is not enough: an administrator switches the action on, and for the users concerned.',
  },
  {
    id: 'time-since-enabled',
    title: 'Has it had the time to arrive?',
    text: 'An action that was enabled can take up to seven days to be taken in. (It was four hours in 2024 and twelve in early 2025.) Signing out of the Sales agent and in again, in Outlook or Teams, hurries it.',
  },
  {
    id: 'time-since-change',
    title: 'Was the connector changed today?',
    text: 'Changes of a custom connector, too, can take hours until calls follow them. Until then the former definition is in use.',
  },
  {
    id: 'preview-sign-up',
    title: 'Is the preview switched on for the organization?',
    text: 'Extending Copilot for Sales is a preview. Some of its capabilities are switched on organization by organization, after a sign-up form.',
  },
  {
    id: 'environment',
    title: 'Does the connector live in the right environment?',
    text: 'It belongs in an environment with Dynamics 365 apps enabled, because the add-in uses such environments. The default environment does not serve.',
  },
  {
    id: 'app-registrations',
    title: 'Are there two app registrations, and do they fit together?',
    text: 'With Microsoft Entra ID one registration secures the back end and exposes a scope. The other is the connector’s: it has the delegated permission to the first, a client secret that has not expired, and the redirect URL that the platform shows once the connector is created. That URL differs by connector and environment, so a copied one fails.',
  },
  {
    id: 'identity-provider',
    title: 'Do sellers sign in by Microsoft Entra ID?',
    text: 'OAuth 2.0 with Microsoft Entra ID is what Microsoft asks for. Other identity providers work, but every seller then meets “Connect to …, Sign in, Create” first and sees nothing before that is done.',
  },
  {
    id: 'on-behalf-of-login',
    title: 'Is “Enable on-behalf-of login” true?',
    text: 'Only then, and only with Entra ID, is there no card to sign in by; users consent once. In one environment a single connector may have it on for the same back end: a second one does not connect.',
  },
  {
    id: 'mail-connected',
    title: 'Is the mail connected to an opportunity?',
    text: 'Opportunity insights show only beside a mail that is connected to an opportunity in the CRM. Where meeting or email insights are switched on, they stand in place of the Key sales info card.',
  },
  {
    id: 'record-type',
    title: 'Is the record an account or an opportunity?',
    text: 'Related records show for accounts and opportunities, for no other record types.',
  },
  {
    id: 'mail-summary',
    title: 'Can this mail be summarized at all?',
    text: 'An email summary needs a mail of about 1,000 characters, in a supported language, and not encrypted. In classic Outlook for Windows it stands in the Key email info card, in others over the mail.',
  },
  {
    id: 'draft-place',
    title: 'Was the draft made in the Sales pane?',
    text: 'Drafts take in links only when they are drafted in the Sales pane, not by Outlook’s own drafting.',
  },
  {
    id: 'five-connectors',
    title: 'Are there at most five connectors for related records?',
    text: 'Five connectors at most show related records. With more of them, some show nothing.',
  },
  {
    id: 'throttle',
    title: 'Are there few enough calls?',
    text: 'A certified connector is let through 100 times per connection in 60 seconds, a custom one 500 times a minute. What is above that does not reach the connector.',
  },
  {
    id: 'cloud',
    title: 'Is the tenant in the public cloud?',
    text: 'Government clouds (GCC, GCC High, DoD) and the cloud of 21Vianet are not served.',
  },
  {
    id: 'reachable',
    title: 'Can the tenant reach the back end?',
    text: 'The platform calls from the internet. For a back end on a machine of your own, open a dev tunnel and make its address the host of the connector.',
  },
  {
    id: 'certification',
    title: 'Is it another tenant than your own?',
    text: 'Your own tenant needs no certification. For a connector to be offered in every tenant it must be certified; until then it has to be imported in each.',
  },
];
