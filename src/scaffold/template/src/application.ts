/** Fabrikam Sign as the connector sees it. Replace agreements by what your application knows. */
import { ConnectorError, type Context } from 'saleskit/connector';

export interface Agreement {
  readonly id: string;
  readonly title: string;
  readonly status: 'sent' | 'opened' | 'signed';
  /** RFC 3339. */
  readonly changedAt: string;
  readonly account: string;
  readonly signers: readonly { readonly name: string; readonly email: string }[];
}

/** What agreements are wanted: those of a CRM record, of people by their addresses, or of an account by its name. */
export type Question =
  | { readonly record: string }
  | { readonly people: readonly string[] }
  | { readonly account: string };

/** Where the data comes from; src/data.ts opens it. */
export interface Application {
  /** The agreements of the user's tenant (context.tenant), last changed first. */
  find(question: Question, context: Context): Promise<readonly Agreement[]>;
}

/** The agreements of a CRM record; a record that nothing is known of is an error of its own. */
export async function agreementsOf(application: Application, recordId: string, context: Context) {
  const agreements = await application.find({ record: recordId }, context);
  if (agreements.length > 0) return agreements;
  throw new ConnectorError('RECORD_NOT_FOUND', 'Fabrikam Sign does not know this record.');
}

/** Everybody's address in a mail. */
export function addressesIn(mail: { from?: string | undefined; to?: string[] | undefined; cc?: string[] | undefined }) {
  const texts = [mail.from ?? '', ...(mail.to ?? []), ...(mail.cc ?? [])];
  return texts.flatMap((text) => text.toLowerCase().match(/[^\s<>,;"]+@[^\s<>,;"]+/g) ?? []);
}
