/** What the package, Copilot Studio and certification show of the application. */
import { readFileSync } from 'node:fs';

/** TODO: where the connector is reached once it is deployed. */
export const host = 'todo.example.com';

/** TODO: the addresses are placeholders; the description is yours to write (30 to 500 characters). */
export const about = {
  title: 'Fabrikam Sign',
  description: 'Fabrikam Sign shows sellers the agreements of their customers: what was sent, opened and signed.',
  version: '1.0',
  publisher: 'Fabrikam',
  contact: { name: 'Fabrikam', url: 'https://todo.example.com/support', email: 'todo@example.com' },
  website: 'https://todo.example.com',
  privacyPolicy: 'https://todo.example.com/privacy',
  categories: ['Sales and CRM'],
  icon: { png: readFileSync(new URL('../icon.png', import.meta.url)), brandColor: '#0b5c63' },
};

/** TODO: where an agreement opens in the application. */
export function linkTo(agreement: { readonly id: string }): string {
  return `https://todo.example.com/agreements/${encodeURIComponent(agreement.id)}`;
}
