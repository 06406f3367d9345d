import { expect, test } from 'vitest';
import { hasPageAction, isFreeForm, withoutHead } from '../chat-card/card-parts.ts';
import { richCard, stakeholderCard } from './AdaptiveCard.fixtures.ts';
import { cardText } from './card-text.ts';
import { withLocalMedia } from './local-media.ts';
import { safeMarkdown } from './safe-markdown.ts';

test.each([
  ['plain < text & "more"', '<p>plain &lt; text &amp; &quot;more&quot;</p>'],
  ['**bold** and _it_, snake_case_name', '<p><strong>bold</strong> and <em>it</em>, snake_case_name</p>'],
  ['one\ntwo', '<p>one<br>two</p>'],
  ['Latest:\r- one\r- two', '<p>Latest:</p><ul><li>one</li><li>two</li></ul>'],
  ['1. März 2026', '<p>1. März 2026</p>'],
  ['[x](javascript:alert(1))', '<p>[x](javascript:alert(1))</p>'],
  [
    '[x](https://a.example/"onclick=")',
    '<p><a href="https://a.example/&quot;onclick=&quot;" target="_blank" rel="noreferrer">x</a></p>',
  ],
])('%j as safe HTML', (text, html) => {
  expect(safeMarkdown(text)).toBe(html);
});

test('what comes from other machines is nowhere left in a card', () => {
  const card = {
    type: 'AdaptiveCard',
    backgroundImage: { url: 'https://elsewhere.example/c.png' },
    body: [
      ...richCard.body,
      { type: 'Image', url: 'data:image/png;base64,AA==', altText: 'own' },
      { type: 'Image', url: 'http://127.0.0.1:8231/a.png' },
      {
        type: 'Media',
        poster: 'https://elsewhere.example/p.png',
        sources: [{ url: 'https://elsewhere.example/v.mp4' }],
      },
    ],
    actions: [{ type: 'Action.OpenUrl', url: 'https://page.example', iconUrl: 'https://elsewhere.example/i.png' }],
  };
  const local = JSON.stringify(withLocalMedia(card));
  expect(local).not.toContain('elsewhere.example');
  expect(local).toContain('data:image/png');
  expect(local).toContain('http://127.0.0.1:8231/a.png');
  expect(local).toContain('https://page.example');
});

test('a card without its head keeps the rest, and stays whole where it is nothing but its head', () => {
  const [name, job, facts] = stakeholderCard.body;
  expect(withoutHead(stakeholderCard, ['Alberto Burgos', 'Chief Operating Officer, Decision maker'])).toEqual({
    ...stakeholderCard,
    body: [facts],
  });
  const onlyHead = { ...stakeholderCard, body: [name] };
  expect(withoutHead(onlyHead, ['Alberto Burgos'])).toBe(onlyHead);
  expect(withoutHead({ body: [name, job] }, ['Another'])).toEqual({ body: [name, job] });
  expect(withoutHead('no card', ['x'])).toBe('no card');
});

test('texts, the way to a page and prose are read from a card', () => {
  expect(cardText(stakeholderCard)).toContain('Email: alberto@fourthcoffee.com');
  expect(cardText(richCard)).toContain('Cafe A-100');
  expect(hasPageAction(stakeholderCard)).toBe(true);
  expect(hasPageAction(richCard)).toBe(false);
  expect(isFreeForm(stakeholderCard)).toBe(false);
  expect(isFreeForm({ body: [{ type: 'TextBlock', text: 'x' }] })).toBe(true);
});
