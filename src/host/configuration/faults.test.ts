import { expect, test } from 'vitest';
import { faults, parseFault } from './faults.ts';

test.each([
  ['addedLatency=800', { addedLatency: 800 }],
  ['added-latency=0', { addedLatency: 0 }],
  ['SlowFirstByte=6000', { slowFirstByte: 6000 }],
  ['errorCode=record_not_found', { errorCode: 'RECORD_NOT_FOUND' }],
  ['throttled', { throttled: true }],
  ['expiredToken=false', { expiredToken: false }],
  ['missingProperty', { missingProperty: true }],
  ['missingProperty=title', { missingProperty: 'title' }],
])('%s is a fault', (text, fault) => {
  expect(parseFault(text)).toEqual(fault);
});

test.each([
  ['addedlatenzy=1', 'There is no fault "addedlatenzy". Did you mean addedLatency?'],
  ['rain', 'There is no fault "rain". There are addedLatency,'],
  ['addedLatency', 'addedLatency takes milliseconds as a whole number, such as 800, not nothing.'],
  ['addedLatency=1.5', 'not "1.5".'],
  ['errorCode=418', 'errorCode takes one of INVALID_CRM_CONNECTION,'],
  ['throttled=maybe', 'throttled takes no value, true or false, not "maybe".'],
])('%s is refused', (text, message) => {
  expect(() => parseFault(text)).toThrow(
    expect.objectContaining({ code: 'INVALID_ARGUMENT', message: expect.stringContaining(message) }),
  );
});

test('every fault says what it does', () => {
  for (const { description } of Object.values(faults)) expect(description).toMatch(/^[A-Z].{20,}\.$/);
});
