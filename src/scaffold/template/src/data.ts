/** The data over HTTP: the API of the application at API_URL; without it, the example in example/api.ts. */
import type { Agreement, Application } from './application.ts';

export async function openData(): Promise<Application> {
  const api = process.env.API_URL ?? (await exampleApi());
  return {
    async find(question, { tenant, fetch }) {
      const [[kind, value] = ['', '']] = Object.entries(question);
      const search = new URLSearchParams({ [kind]: String(value) });
      // This fetch ends in time, and sends on which call it is for. Authenticate as your API wants it.
      const response = await fetch(`${api}/tenants/${encodeURIComponent(tenant)}/agreements?${search}`);
      if (!response.ok) throw new Error(`The API answered ${response.status}.`);
      return (await response.json()) as Agreement[];
    },
  };
}

async function exampleApi(): Promise<string> {
  const { startExampleApi } = await import('../example/api.ts');
  return startExampleApi();
}
