/*
 * The shape of a message, once: what the published envelope calls each part, what this model calls it, and what it is.
 * Codecs are bound by it, and tolerant reading goes by it.
 */

/** What a text is. */
export type TextKind = 'string' | 'dateTime' | 'boolean' | 'integer' | 'verb' | 'result' | 'level' | 'xpath';

/** One part of a message. */
export type ShapeField = {
  /** Name in this model. */
  readonly key: string;
  /** Name of the element or attribute, and of the property of a codec's value. */
  readonly name: string;
  readonly many: boolean;
} & (
  | { readonly kind: 'text'; readonly text: TextKind; readonly place: 'element' | 'attribute' | 'content' }
  | { readonly kind: 'record'; readonly shape: Shape }
  | { readonly kind: 'open' }
);

/** A part that has parts. */
export interface Shape {
  readonly name: string;
  readonly fields: readonly ShapeField[];
  /** Names of the elements that must be there. */
  readonly required: readonly string[];
  /** Names of elements that are known and that the model has no place for: what is deprecated. */
  readonly beyond: readonly string[];
}

const text = (key: string, name: string, kind: TextKind = 'string'): ShapeField => ({
  key,
  name,
  many: false,
  kind: 'text',
  text: kind,
  place: 'element',
});
const attribute = (key: string): ShapeField => ({
  key,
  name: key,
  many: false,
  kind: 'text',
  text: 'string',
  place: 'attribute',
});
const one = (key: string, name: string, shape: Shape): ShapeField => ({
  key,
  name,
  many: false,
  kind: 'record',
  shape,
});
const many = (key: string, name: string, shape: Shape): ShapeField => ({
  key,
  name,
  many: true,
  kind: 'record',
  shape,
});
const open = (key: string): ShapeField => ({ key, name: 'any', many: true, kind: 'open' });
const shape = (
  name: string,
  fields: readonly ShapeField[],
  required: readonly string[] = [],
  beyond: readonly string[] = [],
): Shape => ({ name, fields, required, beyond });

const ID = /* @__PURE__ */ shape('id', [
  { key: 'value', name: 'value', many: false, kind: 'text', text: 'string', place: 'content' },
  attribute('idType'),
  attribute('idAuthority'),
  attribute('kind'),
  attribute('objectType'),
]);

const ERROR = /* @__PURE__ */ shape(
  'error',
  [
    text('code', 'code'),
    text('level', 'level', 'level'),
    text('reason', 'reason'),
    text('details', 'details'),
    text('xpath', 'xpath', 'xpath'),
    text('stackTrace', 'stackTrace'),
    one(
      'location',
      'Location',
      shape('location', [text('node', 'node'), text('pipeline', 'pipeline'), text('stage', 'stage')]),
    ),
    one('id', 'ID', ID),
    one('relatedId', 'relatedID', ID),
    text('operationId', 'operationId', 'integer'),
  ],
  ['code'],
  ['object'],
);

const REPLY = /* @__PURE__ */ shape(
  'reply',
  [
    text('result', 'Result', 'result'),
    many('errors', 'Error', ERROR),
    many('ids', 'ID', ID),
    open('extensions'),
    text('operationId', 'operationId', 'integer'),
  ],
  ['Result'],
);

const HEADER = /* @__PURE__ */ shape(
  'header',
  [
    text('verb', 'Verb', 'verb'),
    text('noun', 'Noun'),
    text('revision', 'Revision'),
    one(
      'replayDetection',
      'ReplayDetection',
      shape(
        'replayDetection',
        [text('nonce', 'Nonce'), text('created', 'Created', 'dateTime')],
        ['Nonce', 'Created'],
      ),
    ),
    text('context', 'Context'),
    text('timestamp', 'Timestamp', 'dateTime'),
    text('source', 'Source'),
    text('asyncReplyFlag', 'AsyncReplyFlag', 'boolean'),
    text('replyAddress', 'ReplyAddress'),
    text('ackRequired', 'AckRequired', 'boolean'),
    one(
      'user',
      'User',
      shape('user', [text('userId', 'UserID'), text('organization', 'Organization')], ['UserID']),
    ),
    text('messageId', 'MessageID'),
    text('correlationId', 'CorrelationID'),
    text('comment', 'Comment'),
    many(
      'properties',
      'Property',
      shape('property', [text('name', 'Name'), text('value', 'Value')], ['Name']),
    ),
    open('extensions'),
  ],
  ['Verb', 'Noun'],
);

const REQUEST = /* @__PURE__ */ shape('request', [
  text('startTime', 'StartTime', 'dateTime'),
  text('endTime', 'EndTime', 'dateTime'),
  many('options', 'Option', shape('option', [text('name', 'name'), text('value', 'value')], ['name'])),
  many('ids', 'ID', ID),
  open('parameters'),
]);

const OPERATION = /* @__PURE__ */ shape(
  'operation',
  [
    text('operationId', 'operationId', 'integer'),
    text('noun', 'noun'),
    text('verb', 'verb'),
    text('elementOperation', 'elementOperation', 'boolean'),
    one('reply', 'Reply', REPLY),
    open('elements'),
  ],
  ['operationId'],
);

const PAYLOAD = /* @__PURE__ */ shape('payload', [
  open('elements'),
  one(
    'operationSet',
    'OperationSet',
    shape('operationSet', [
      text('enforceMsgSequence', 'enforceMsgSequence', 'boolean'),
      text('enforceTransactionalIntegrity', 'enforceTransactionalIntegrity', 'boolean'),
      many('operations', 'Operation', OPERATION),
    ]),
  ),
  text('compressed', 'Compressed'),
  many('ids', 'ID', ID),
  text('format', 'Format'),
]);

/** The parts of a whole message. Which are there follows from its kind. */
export const ENVELOPE: Shape = /* @__PURE__ */ shape('envelope', [
  one('header', 'Header', HEADER),
  one('request', 'Request', REQUEST),
  one('reply', 'Reply', REPLY),
  one('payload', 'Payload', PAYLOAD),
]);
