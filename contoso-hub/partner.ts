/** The partner, as sections and cards name it: at most 20 characters. */
export const partnerName = 'Contoso Hub';
