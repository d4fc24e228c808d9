import type { IncomingMessage } from 'node:http';

/** What became of a body: its bytes, or why there are none. */
export type Body = Uint8Array | 'too-large' | 'no-room' | 'cut';

/**
 * Reads a body of at most so many bytes. `hold` is told of every piece before it is kept, and may say that there is no room;
 * what is not wanted is not read any further.
 */
export function readBody(
  message: IncomingMessage,
  maximum: number,
  hold: (bytes: number) => boolean = () => true,
): Promise<Body> {
  return new Promise((resolve) => {
    const pieces: Uint8Array[] = [];
    let length = 0;
    const done = (body: Body): void => {
      message.off('data', take);
      message.off('end', end);
      message.off('close', cut);
      if (typeof body === 'string') message.pause();
      resolve(body);
    };
    const take = (piece: Uint8Array): void => {
      length += piece.length;
      if (length > maximum) return done('too-large');
      if (!hold(piece.length)) return done('no-room');
      pieces.push(piece);
    };
    const end = (): void =>
      done(pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces));
    const cut = (): void => done('cut');
    message.on('data', take);
    message.on('end', end);
    message.on('close', cut);
    message.on('error', cut);
  });
}
