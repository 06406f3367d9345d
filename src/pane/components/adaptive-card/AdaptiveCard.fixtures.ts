const head = { type: 'AdaptiveCard', version: '1.5' } as const;

/** A person with three facts, a page to open and two actions that only Microsoft's host could send. */
export const stakeholderCard = {
  ...head,
  body: [
    { type: 'TextBlock', text: 'Alberto Burgos', weight: 'Bolder', size: 'Medium', wrap: true },
    { type: 'TextBlock', text: 'Chief Operating Officer, Decision maker', isSubtle: true, wrap: true },
    {
      type: 'FactSet',
      facts: [
        { title: 'Account', value: 'Fourth Coffee' },
        { title: 'Email', value: 'alberto@fourthcoffee.com' },
        { title: 'Last contact', value: 'Nov 18, 2026' },
      ],
    },
  ],
  actions: [{ type: 'Action.OpenUrl', title: 'Open contact', url: 'https://hub.contoso.com/contacts/alberto' }],
};

/** Actions that a host without Microsoft's back end cannot carry out. */
export const actingCard = {
  ...head,
  body: [{ type: 'TextBlock', text: 'What next?' }],
  actions: [
    { type: 'Action.Submit', title: 'Approve' },
    { type: 'Action.OpenUrl', title: 'Run', url: 'javascript:alert(1)' },
    { type: 'Action.ShowCard', title: 'More', card: { ...head, body: [{ type: 'TextBlock', text: 'Inside' }] } },
  ],
};

/** HTML as text, Markdown, a table, and pictures of another machine. */
export const richCard = {
  ...head,
  body: [
    {
      type: 'TextBlock',
      text: '<img src=x onerror=alert(1)> **bold** [page](https://contoso.com/?a=1&b=_2_)',
      wrap: true,
    },
    { type: 'TextBlock', text: 'Latest:\n- one\n- two', wrap: true },
    { type: 'Image', url: 'https://elsewhere.example/a.png', altText: 'A portrait' },
    { type: 'ImageSet', images: [{ type: 'Image', url: 'https://elsewhere.example/b.png', altText: 'A logo' }] },
    {
      type: 'Table',
      columns: [{ width: 1 }, { width: 1 }],
      rows: [
        {
          type: 'TableRow',
          cells: [
            { type: 'TableCell', items: [{ type: 'TextBlock', text: 'Product' }] },
            { type: 'TableCell', items: [{ type: 'TextBlock', text: 'Cafe A-100' }] },
          ],
        },
      ],
    },
  ],
};

/** No Adaptive Card at all. */
export const brokenCard = { type: 'HeroCard', title: 'From another bot' };
