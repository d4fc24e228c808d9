import type { IClientPublishOptions, IPublishPacket } from 'mqtt';
import type { Source, Target } from '../driver.js';
import type { HeaderFields, HeaderNames } from '../header-scheme.js';
import { HeaderScheme, messageFields } from '../header-scheme.js';
import type { TransportMessage } from '../middleware-adapter.js';
import { TransportError } from '../transport-error.js';

/** What brokers take as UTF-8 text: no controls, nothing unassigned (MQTT 5, 1.5.4). */
const PLAIN = /^[^\p{Cc}\p{Cn}]*$/u;

export const headerScheme = (names: HeaderNames = {}): HeaderScheme =>
  new HeaderScheme({
    fields: { messageId: 'messageId', priority: 'priority' },
    names,
    prefix: 'property-',
    plain: PLAIN,
  });

/** Topics by the names of the contract: dots become slashes. What has a slash already is a topic of MQTT. */
export interface MqttNames {
  topic(target: Target): string;
  filter(source: Source): string;
  destination(topic: string): string;
  readonly inbox: string;
  readonly everything: readonly string[];
}

export function mqttNames(prefix: string, group: string): MqttNames {
  const roots = { queue: `${prefix}/queue/`, topic: `${prefix}/topic/` };
  const levels = (name: string): string => {
    if (/[+#]/u.test(name))
      throw new TransportError(
        'TRN3002',
        `"${name}" cannot be a topic of MQTT: "+" and "#" have a meaning there`,
      );
    return name.replaceAll('.', '/');
  };
  return {
    topic: ({ kind, name }) => (name.includes('/') ? name : roots[kind] + levels(name)),
    filter: ({ kind, name }) =>
      kind === 'queue'
        ? `$share/${group}/${roots.queue}${levels(name)}`
        : roots.topic +
          levels(name)
            .split('/')
            .map((level) => (level === '*' ? '+' : level === '>' ? '#' : level))
            .join('/'),
    destination: (topic) => {
      const root = Object.values(roots).find((one) => topic.startsWith(one));
      return root === undefined ? topic : topic.slice(root.length).replaceAll('/', '.');
    },
    inbox: `${prefix}/inbox/`,
    everything: Object.values(roots).map((root) => `${root}#`),
  };
}

export function publishOptions(
  message: TransportMessage,
  scheme: HeaderScheme,
  names: MqttNames,
): IClientPublishOptions {
  const { contentType, correlationId, replyTo, timeToLive } = message;
  const userProperties: Record<string, string> = {};
  let isEmpty = true;
  scheme.write(message, (name, value) => {
    userProperties[name] = value;
    isEmpty = false;
  });
  return {
    qos: 1,
    properties: {
      contentType,
      // The client library writes a broken packet for user properties that are there and empty.
      ...(isEmpty ? {} : { userProperties }),
      ...(correlationId === undefined ? {} : { correlationData: Buffer.from(correlationId) }),
      ...(replyTo === undefined ? {} : { responseTopic: names.topic({ kind: 'queue', name: replyTo }) }),
      // Whole seconds, never less than was asked for.
      ...(timeToLive === undefined ? {} : { messageExpiryInterval: Math.ceil(timeToLive / 1000) }),
    },
  };
}

export function messageOf(
  { payload, properties: given = {} }: IPublishPacket,
  scheme: HeaderScheme,
  names: MqttNames,
): TransportMessage {
  const properties: Record<string, string> = {};
  const fields: HeaderFields = {};
  for (const [name, value] of Object.entries(given.userProperties ?? {}))
    scheme.read(name, Array.isArray(value) ? (value[value.length - 1] ?? '') : value, properties, fields);
  const { contentType, correlationData, responseTopic, messageExpiryInterval } = given;
  return {
    body: typeof payload === 'string' ? Buffer.from(payload) : payload,
    properties,
    ...messageFields({
      ...fields,
      ...(contentType === undefined ? {} : { contentType }),
      ...(correlationData === undefined ? {} : { correlationId: correlationData.toString('utf8') }),
      ...(responseTopic === undefined ? {} : { replyTo: names.destination(responseTopic) }),
    }),
    ...(messageExpiryInterval === undefined ? {} : { timeToLive: messageExpiryInterval * 1000 }),
  };
}
