/** $150,000; an unknown currency by its name. */
export function money(amount: number, currency: string, language: string): string {
  const isCode = /^[A-Za-z]{3}$/.test(currency);
  const number = new Intl.NumberFormat(language, {
    maximumFractionDigits: 0,
    ...(isCode && { style: 'currency', currency }),
  }).format(amount);
  return isCode ? number : `${number} ${currency}`;
}
