import type { Person } from './thread.ts';

/** Who writes in the world's mails; customers as Contoso Hub's sample knows them, and Naoki, whom it does not know. */
export const people = {
  kenny: { name: 'Kenny Smith', email: 'kenny@contoso.com' },
  mona: { name: 'Mona Kane', email: 'mona@contoso.com' },
  ray: { name: 'Ray Tanaka', email: 'ray@contoso.com' },
  sara: { name: 'Sara Davis', email: 'sara@contoso.com' },
  alberto: { name: 'Alberto Burgos', email: 'alberto@fourthcoffee.com' },
  tony: { name: 'Tony Benis', email: 'tony@fourthcoffee.com' },
  gabriela: { name: 'Gabriela Edwards', email: 'gabriela@fourthcoffee.com' },
  logan: { name: 'Logan Edwards', email: 'logan@fourthcoffee.com' },
  naoki: { name: '佐藤 直樹', email: 'naoki@fourthcoffee.com' },
  cacilia: { name: 'Cacilia Viera', email: 'cacilia@alpineskihouse.com' },
  jonas: { name: 'Jonas Weber', email: 'jonas@alpineskihouse.com' },
  robin: { name: 'Robin Kline', email: 'robin@trailcafe.com' },
} as const satisfies Record<string, Person>;
