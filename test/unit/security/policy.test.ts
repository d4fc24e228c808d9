import { describe, expect, test } from 'vitest';
import { actionsOf, decide, type PolicyRule } from '@cimbind/runtime/security';

const RULES: readonly PolicyRule[] = [
  { nouns: ['MeterReadings'], verbs: ['get'], senders: ['mdm', 'cis'] },
  {
    nouns: ['EndDeviceControls'],
    roles: ['control'],
    mechanisms: ['jwt', 'x509-signature'],
    encrypted: true,
  },
  { nouns: ['EndDeviceEvents'], verbs: ['created'], anonymous: true },
  { verbs: ['execute'], senders: ['mdm'] },
];
const sender = (name: string, mechanisms: readonly string[] = ['tls'], roles: readonly string[] = []) => ({
  name,
  mechanisms,
  roles,
});

describe('who may send what', () => {
  test.each([
    ['mdm', 'get', 'MeterReadings', sender('mdm'), false, 'allowed'],
    ['another verb', 'create', 'MeterReadings', sender('mdm'), false, '7.5 not-authorised'],
    ['another sender', 'get', 'MeterReadings', sender('gis'), false, '7.5 not-authorised'],
    ['an alias', 'get', 'MeterReadings', { ...sender('CN=cis'), aliases: ['cis'] }, false, 'allowed'],
    ['nobody', 'get', 'MeterReadings', sender('', []), false, '7.2 no-credentials'],
    ['nobody, where that will do', 'created', 'EndDeviceEvents', sender('', []), false, 'allowed'],
    ['a role', 'create', 'EndDeviceControls', sender('x', ['jwt'], ['control']), true, 'allowed'],
    ['no role', 'create', 'EndDeviceControls', sender('x', ['jwt'], ['read']), true, '7.5 not-authorised'],
    [
      'a weak proof',
      'create',
      'EndDeviceControls',
      sender('x', ['password'], ['control']),
      true,
      '7.3 weak-mechanism',
    ],
    [
      'in the clear',
      'create',
      'EndDeviceControls',
      sender('x', ['jwt'], ['control']),
      false,
      '7.6 not-encrypted',
    ],
    ['a noun of no rule', 'get', 'Customers', sender('mdm'), true, '7.5 not-authorised'],
  ])('%s', (_, verb, noun, who, encrypted, expected) => {
    const outcome = decide([{ verb, noun }], { sender: who, encrypted }, RULES);
    expect(outcome.ok ? 'allowed' : `${outcome.refusal.code} ${outcome.refusal.cause}`).toBe(expected);
  });

  test('whoever may send operation sets may not for that reason do what is in them', () => {
    const actions = actionsOf({
      kind: 'request',
      header: { verb: 'execute', noun: 'OperationSet' },
      payload: {
        operationSet: {
          operations: [
            { operationId: '1', noun: 'MeterReadings', verb: 'get' },
            { operationId: '2', noun: 'EndDeviceControls', verb: 'create' },
          ],
        },
      },
    });
    expect(actions).toEqual([
      { noun: 'OperationSet', verb: 'execute' },
      { noun: 'MeterReadings', verb: 'get' },
      { noun: 'EndDeviceControls', verb: 'create' },
    ]);
    const mdm = { sender: sender('mdm'), encrypted: true };
    expect(decide(actions.slice(0, 2), mdm, RULES).ok).toBe(true);
    expect(decide(actions, mdm, RULES)).toMatchObject({ ok: false, refusal: { code: '7.5' } });
  });
});
