import type { Envelope } from '../envelope/envelope.js';
import type { Delivery } from '../transport/middleware-adapter.js';
import type { AuditVerdict } from './audit.js';
import type { AdapterCore } from './core.js';
import { editionOf } from './messages.js';
import { NOBODY, RefusedError, senderOf } from './policy/admission.js';
import type { PendingReply } from './policy/correlation.js';
import { objectionTo } from './send.js';
import type { Sender } from './hooks.js';

/** More of the answer follows in further messages. */
const MORE_FOLLOWS = '0.1';

/** Takes asynchronous replies: each goes to whoever asked, and to nobody where nobody did. */
export class ReplyReceiver {
  constructor(
    private readonly core: AdapterCore,
    private readonly onUnclaimed:
      ((reply: Envelope, pending: PendingReply) => Promise<void> | void) | undefined,
  ) {}

  receive(delivery: Delivery): Promise<undefined> {
    this.core.counts.received++;
    return this.core.drain.run(() => this.take(delivery));
  }

  private async take(delivery: Delivery): Promise<undefined> {
    const { core } = this;
    const started = performance.now();
    let sender: Sender = NOBODY;
    let envelope: Envelope | undefined = undefined;
    const note = (verdict: AuditVerdict, detail?: string): undefined => {
      const header = envelope?.header;
      core.audit({
        time: core.clock.now(),
        component: core.component,
        direction: 'received',
        sender: sender.name,
        user: header?.user?.userId,
        source: header?.source,
        verb: header?.verb,
        noun: header?.noun,
        messageId: header?.messageId ?? delivery.messageId,
        correlationId: header?.correlationId ?? delivery.correlationId,
        destination: delivery.destination,
        verdict,
        result: envelope?.reply?.result,
        code: envelope?.reply?.errors?.[0]?.code,
        detail,
        milliseconds: performance.now() - started,
      });
      return undefined;
    };
    sender = senderOf(delivery);
    const checked = await core.hooks.authenticate?.(delivery);
    if (checked !== undefined && !checked.ok)
      return note('refused', new RefusedError(checked.refusal).detail);
    sender = checked?.value.sender ?? sender;
    const body = checked?.value.body ?? delivery.body;
    const decoded = editionOf(core, body).decode(body, { mode: core.reading });
    envelope = decoded.value;
    if (!decoded.ok) return note('rejected', decoded.issues[0]?.message);
    const reply = decoded.value;
    // A fault has no header; then the properties of the transport say what it answers.
    const correlationId = reply.header?.correlationId ?? delivery.correlationId;
    if (correlationId === undefined || correlationId === '')
      return note('refused', 'the reply has no correlation');
    const isLast = !(reply.reply?.result === 'PARTIAL' && hasMore(reply));
    const settlement = await core.correlations.settle(
      correlationId,
      reply,
      (pending) => objectionTo(reply, pending.correlationId, pending),
      isLast,
    );
    switch (settlement.state) {
      case 'settled':
        return note('accepted');
      case 'unclaimed':
        await this.onUnclaimed?.(reply, settlement.pending);
        return note('accepted', 'asked for by a former run of the program');
      case 'unknown':
        return note('refused', 'nobody asked for this reply, or it comes too late');
      case 'mismatch':
        return note('refused', settlement.reason);
    }
  }
}

const hasMore = ({ reply }: Envelope): boolean =>
  reply?.errors?.some(({ code }) => code === MORE_FOLLOWS) === true;
