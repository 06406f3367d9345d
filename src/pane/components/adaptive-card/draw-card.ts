/** Draws Adaptive Cards of version 1.5 by Microsoft's library; loaded with the library when the first card is drawn. */
import {
  type Action,
  AdaptiveCard,
  type CardElement,
  CardObjectRegistry,
  GlobalRegistry,
  GlobalSettings,
  HostConfig,
  OpenUrlAction,
  SerializationContext,
  Table,
  TextBlock,
  Versions,
} from 'adaptivecards';
import { cardHostConfig } from './card-host-config.ts';
import { withLocalMedia } from './local-media.ts';
import { safeMarkdown } from './safe-markdown.ts';

/** What a seller did with an action: a page to open, or something that only Microsoft's host could send. */
export type CardAction =
  | { readonly kind: 'open'; readonly url: string }
  | { readonly kind: 'send'; readonly title: string };

GlobalSettings.setTabIndexAtCardRoot = false;
AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = safeMarkdown(text);
  result.didProcess = true;
};

// Named, for the bundler drops what registers itself: tables are version 1.5, carousels are not.
const elements = new CardObjectRegistry<CardElement>();
GlobalRegistry.populateWithDefaultElements(elements);
elements.register('Table', Table, Versions.v1_5);
elements.unregister('Carousel');

const hostConfig = new HostConfig(cardHostConfig);

/** The card as an element of the page; throws where it cannot be drawn. */
export function drawCard(json: unknown, language: string, onAction: (action: CardAction) => void): HTMLElement {
  const card = new AdaptiveCard();
  card.hostConfig = hostConfig;
  card.maxVersion = Versions.v1_5;
  card.lang = language;
  card.onExecuteAction = (action: Action) =>
    onAction(
      action instanceof OpenUrlAction
        ? { kind: 'open', url: action.url ?? '' }
        : { kind: 'send', title: action.title ?? '' },
    );
  const context = new SerializationContext(Versions.v1_5);
  context.setElementRegistry(elements);
  const local = withLocalMedia(json) as { type?: unknown; fallback?: unknown; fallbackText?: unknown };
  if (local?.type !== 'AdaptiveCard') throw new TypeError('This is no Adaptive Card.');
  card.parse(local, context);
  if (card.shouldFallback() && !local.fallback) {
    if (!local.fallbackText) throw new TypeError('The card is of a later version than 1.5.');
    card.clear();
    card.version = Versions.v1_5;
    card.addItem(textBlock(String(local.fallbackText)));
  }
  const element = card.render();
  if (!element?.textContent && !element?.querySelector('img, input, button')) throw new TypeError('The card is empty.');
  return element;
}

function textBlock(text: string): TextBlock {
  const block = new TextBlock(text);
  block.wrap = true;
  return block;
}
