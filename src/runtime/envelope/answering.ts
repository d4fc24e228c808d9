import type { MessageHeader } from './header.js';
import type { HeaderParts } from './typed-message.js';

/** What the header of an answer takes from the message that it answers: the correlation, and the context. */
export function answering({ correlationId, messageId, context }: MessageHeader): HeaderParts {
  const correlation = correlationId ?? messageId;
  return {
    ...(correlation === undefined ? {} : { correlationId: correlation }),
    ...(context === undefined ? {} : { context }),
  };
}
