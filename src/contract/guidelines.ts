/** The eleven guidelines for editing the sample connector. Source: "Sample connector (preview)", September 2024. */
export const guidelines = {
  G1: 'API paths are placeholders: any path will do',
  G2: 'the HTTP method is the one of the extension point',
  G3: 'inputs and outputs are mapped by their descriptions; every required parameter of the extension point is present, with the right description',
  G4: 'input types match',
  G5: 'no required parameter that the extension point does not have; otherwise the host does not invoke the API and fails with an internal error',
  G6: 'no input is named connectorId (reserved)',
  G7: 'output properties marked required are present in every response',
  G8: 'each API completes within five seconds',
  G9: 'authentication belongs to the Power Platform connector (OAuth 2.0, Microsoft Entra ID), not to the APIs',
  G10: 'Accept-Language carries the user language: localize what people read',
  G11: 'x-ms-client-request-id and x-ms-user-agent ("sales-copilot") are read and sent on to the back end',
} as const;

/** G1 to G11. */
export type GuidelineId = keyof typeof guidelines;
