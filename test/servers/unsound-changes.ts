/** Pieces of which odd connectors are made: each turns the sound one's question or reply into another. */
import type { ServerResponse } from 'node:http';
import type { Question, Reply } from './sound-connector.ts';

/** What an odd connector has before it. */
export interface Circumstance {
  readonly question: Question;
  /** What the sound connector would answer, to this question or to another. */
  readonly sound: (question?: Question) => Reply;
  /** For what is no reply at all. */
  readonly response: ServerResponse;
  /** How many questions came before. */
  readonly number: number;
  /** How many others are being answered. */
  readonly busy: number;
  /** Nobody listens from now on. */
  readonly stop: () => void;
}

/** Answers in its own way; undefined where it has dealt with the response, or lets it hang. */
export type Change = (circumstance: Circumstance) => Reply | undefined | Promise<Reply | undefined>;

// biome-ignore lint/suspicious/noExplicitAny: bodies are changed as they come
type Json = any;

/** Of answers of 200, another body. */
export const body =
  (edit: (body: Json, circumstance: Circumstance) => unknown): Change =>
  (circumstance) => {
    const reply = circumstance.sound();
    return reply.status === 200 ? { ...reply, body: edit(reply.body, circumstance) } : reply;
  };

/** Of lists, other items. */
export const items = (edit: (item: Json, index: number, circumstance: Circumstance) => unknown): Change =>
  body((list, circumstance) => ({
    ...list,
    value: list.value.map((item: Json, index: number) => edit(item, index, circumstance)),
  }));

/** The newest visits at Fourth Coffee and at its opportunity: the first items of the lists that are looked at. */
const newest = /SV-(F04Ce-12|A1CaF-27)\b/;

/** Of one item, other properties; on every page that has it. */
export const oneItem = (change: Json): Change =>
  items((item) => (newest.test(JSON.stringify(item)) ? { ...item, ...change } : item));

/** Of all answers, other headers; undefined takes one away. */
export const headers =
  (change: Readonly<Record<string, string | undefined>>): Change =>
  ({ sound }) => {
    const reply = sound();
    const named = Object.entries({ ...reply.headers, ...change });
    return {
      ...reply,
      headers: Object.fromEntries(named.filter((each): each is [string, string] => each[1] !== undefined)),
    };
  };

/** Of errors, another reply. */
export const errors =
  (status: number, edit: (reply: Reply, circumstance: Circumstance) => Reply): Change =>
  (circumstance) => {
    const reply = circumstance.sound();
    return reply.status === status ? edit(reply, circumstance) : reply;
  };

/** Only for some questions; for the others it is sound. */
export const where =
  (isOdd: (circumstance: Circumstance) => boolean, change: Change): Change =>
  (circumstance) =>
    isOdd(circumstance) ? change(circumstance) : circumstance.sound();

/** Answers another question than the one that was asked. */
export const asking =
  (edit: (question: Question) => Question): Change =>
  ({ question, sound }) =>
    sound(edit(question));

/** The question with other query parameters; undefined takes one away. */
export function queried(question: Question, change: Readonly<Record<string, string | undefined>>): Question {
  const query = new URLSearchParams(question.query);
  for (const [name, value] of Object.entries(change)) {
    if (value === undefined) query.delete(name);
    else query.set(name, value);
  }
  return { ...question, query };
}

/** The question with other headers. */
export function headed(question: Question, change: Question['headers']): Question {
  return { ...question, headers: { ...question.headers, ...change } };
}

/** An internal error, told as documented. */
export const broken: Change = ({ question }) => ({
  status: 500,
  headers: { 'content-type': 'application/json' },
  body: {
    errorCode: 'INTERNAL_SERVER_ERROR',
    errorMessage: 'Something went wrong.',
    activityId: question.headers['x-ms-client-request-id'],
  },
});

/** A page of HTML. */
export const page =
  (status: number, text = '<!doctype html><h1>Something went wrong</h1>'): Change =>
  () => ({ status, headers: { 'content-type': 'text/html; charset=utf-8' }, body: text });

/** Some number of the query, NaN where it is absent. */
export function numberIn({ query }: Question, name: string): number {
  return Number.parseInt(query.get(name) ?? '', 10);
}

export const after = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The sound answer, late. */
export const late =
  (milliseconds: number): Change =>
  async ({ sound }) => {
    await after(milliseconds);
    return sound();
  };
