/** A body as the definition wants it: JSON, or a form where parameters are in formData. */
import { randomUUID } from 'node:crypto';
import type { MappedRequest } from './map-request.ts';

export interface EncodedBody {
  readonly contentType: string;
  readonly text: string;
}

const [json, form, multipart] = ['application/json', 'application/x-www-form-urlencoded', 'multipart/form-data'];

/** The body of a request, if it has one. A form is sent as multipart where `consumes` names that and no plain form. */
export function encodeBody(
  { body, form: fields }: MappedRequest,
  consumes: readonly string[],
): EncodedBody | undefined {
  if (fields.length > 0) {
    const takes = (type: string) => consumes.some((each) => each.toLowerCase().startsWith(type));
    return takes(multipart) && !takes(form) ? multipartOf(fields) : { contentType: form, text: plainForm(fields) };
  }
  return body === undefined ? undefined : { contentType: json, text: JSON.stringify(body) };
}

type Fields = MappedRequest['form'];

function plainForm(fields: Fields): string {
  const form = new URLSearchParams();
  for (const [name, value] of fields) form.append(name, value);
  return form.toString();
}

function multipartOf(fields: Fields): EncodedBody {
  const boundary = `saleskit-${randomUUID()}`;
  const escaped = (name: string) => name.replaceAll('"', '%22').replaceAll(/[\r\n]/g, ' ');
  const parts = fields.map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${escaped(name)}"\r\n\r\n${value}\r\n`,
  );
  return { contentType: `${multipart}; boundary=${boundary}`, text: `${parts.join('')}--${boundary}--\r\n` };
}
