import { defineChange } from './cmp-change.js';

export const messagesDiffer = defineChange({
  code: 'CMP8001',
  rule: 'messages-differ',
  title: 'messages differ, and no single change of a component is the cause',
  message: ({ subject, after }) => `messages with ${subject} are judged otherwise: ${after}`,
  explanation:
    'The proof found messages that one model accepts and the other does not, or could not rule them out, at a place where no component changed by itself.',
});

export const apiDiffers = defineChange({
  code: 'CMP8002',
  rule: 'api-differs',
  title: 'the generated TypeScript differs, and no single change of a component is the cause',
  message: ({ subject, after }) => `the TypeScript of ${subject} changed: ${after}`,
  explanation:
    'Names of declarations depend on what else there is in a namespace: a component that comes can change what another one is called.',
});

export const CMP_UNEXPLAINED = [messagesDiffer, apiDiffers] as const;
