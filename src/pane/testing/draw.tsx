/** Draws a component in the browser of the tests, as a seller of the world would have it before them. */
import { FluentProvider, webLightTheme } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { render } from 'vitest-browser-react';
import { newQueryClient } from '../http/queries.ts';
import { type SellerContext, SellerContextProvider } from '../state/seller-context.ts';
import { en } from '../words/en.ts';

const seller: SellerContext = {
  words: en,
  language: 'en-US',
  timeZone: 'America/Los_Angeles',
  iconOf: () => undefined,
  explain: () => {},
};

export function draw(component: ReactNode, changes: Partial<SellerContext> = {}) {
  return render(
    <QueryClientProvider client={newQueryClient()}>
      <FluentProvider theme={webLightTheme}>
        <SellerContextProvider value={{ ...seller, ...changes }}>{component}</SellerContextProvider>
      </FluentProvider>
    </QueryClientProvider>,
  );
}
