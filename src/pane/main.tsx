/** The pane's entry: styles with the nonce of this answer, the host's answers kept, the page drawn. */
import { createDOMRenderer, RendererProvider } from '@fluentui/react-components';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { newQueryClient } from './http/queries.ts';
import './pane.css';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});
const root = document.getElementById('pane');
if (root)
  createRoot(root).render(
    <StrictMode>
      <RendererProvider renderer={renderer}>
        <QueryClientProvider client={newQueryClient()}>
          <App />
        </QueryClientProvider>
      </RendererProvider>
    </StrictMode>,
  );
