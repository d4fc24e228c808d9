import { ok, partial, replyError, ReplyFailure } from '@cimbind/runtime/adapter';
import type { HeadEndHandlers } from '../../generated/head-end/adapters/index.js';
import type { EndDeviceControls } from '../../generated/head-end/end-device-controls/index.js';
import type { MeterReadings } from '../../generated/head-end/meter-readings/index.js';

/** A head end that knows its meters from an export. */
export class HeadEndService implements HeadEndHandlers {
  /** Meters that are switched off. */
  readonly disconnected = new Set<string>();

  constructor(private readonly known: MeterReadings) {}

  getMeterReadings: HeadEndHandlers['getMeterReadings'] = async (request) => {
    const wanted = (request.request?.query?.content ?? []).flatMap((choice) =>
      choice.name === 'EndDevice' ? choice.value.Names.map(({ name }) => name) : [],
    );
    const found = this.known.MeterReading.filter(({ Meter }) =>
      (Meter?.Names ?? []).some(({ name }) => wanted.length === 0 || wanted.includes(name)),
    );
    const meters = found.flatMap(({ Meter }) => (Meter?.Names ?? []).map(({ name }) => name));
    const unknown = wanted.filter((name) => !meters.includes(name));
    const answer = { ...this.known, MeterReading: found };
    if (unknown.length === 0) return ok(answer);
    if (found.length === 0) throw new ReplyFailure('2.4');
    return partial(
      answer,
      unknown.map((name) => replyError('2.4', { level: 'WARNING', reason: `there is no meter ${name}` })),
    );
  };

  createEndDeviceControls: HeadEndHandlers['createEndDeviceControls'] = async (request) => {
    this.switchAll(request.payload, true);
    return ok();
  };

  undoCreateEndDeviceControls: NonNullable<HeadEndHandlers['undoCreateEndDeviceControls']> = async (
    request,
  ) => {
    this.switchAll(request.payload, false);
  };

  cancelEndDeviceControls: HeadEndHandlers['cancelEndDeviceControls'] = async () => ok();

  createMeterConfig: HeadEndHandlers['createMeterConfig'] = async () => ok();

  changeMeterConfig: HeadEndHandlers['changeMeterConfig'] = async () => ok();

  private switchAll(controls: EndDeviceControls, isForward: boolean): void {
    for (const { EndDevices, EndDeviceControlType } of controls.EndDeviceControl)
      for (const name of EndDevices.flatMap(({ Names }) => Names.map((one) => one.name))) {
        // 3.31.0.23: electric meter, remote disconnect switch, open.
        const isOff = (EndDeviceControlType?.ref === '3.31.0.23') === isForward;
        if (isOff) this.disconnected.add(name);
        else this.disconnected.delete(name);
      }
  }
}
