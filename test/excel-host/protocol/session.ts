import type { Area } from '../model/address.ts';
import type { Sheet, Workbook } from '../model/workbook.ts';
import type { HostObject } from './host-object.ts';
import type { ObjectFactory } from './object-factory.ts';
import type { Profile } from './profile.ts';
import { RangeTarget } from '../members/range-target.ts';

/** What the members of one workbook share: the model, the profile, the kept references and a few counters. */
export class HostSession {
  /** Ranges that the client keeps by reference, until it removes them. */
  readonly references = new Map<string, HostObject>();
  /** Every range an object path of the running request stands for: they move when cells are inserted or deleted. */
  readonly live = new Set<RangeTarget>();
  /** Uses that Excel allows and our add-in must not make, by name. */
  readonly warnings = new Map<string, number>();
  enableEvents = true;
  collaborating = false;
  locale = 'en-US';
  userName = 'Redress';
  /** Ranges that events point at; only the latest are remembered. */
  private readonly eventRanges = new Map<string, HostObject>();
  private readonly keptIds = new WeakMap<object, string>();
  private nextReference = 1;

  constructor(
    readonly workbook: Workbook,
    readonly profile: Profile,
    readonly objects: ObjectFactory,
  ) {}

  /** The Range object of an area; it follows its cells while the request runs and while the client keeps it. */
  range(sheet: Sheet, area: Area): HostObject {
    const target = new RangeTarget(sheet, { ...area });
    this.live.add(target);
    return this.objects.range(this, target);
  }

  keep(object: HostObject): string {
    const id = this.keptIds.get(object.target) ?? `r${this.nextReference++}`;
    this.keptIds.set(object.target, id);
    this.references.set(id, object);
    return id;
  }

  keepForEvent(object: HostObject): string {
    const id = `e${this.nextReference++}`;
    this.eventRanges.set(id, object);
    const [oldest] = this.eventRanges.keys();
    if (this.eventRanges.size > 500 && oldest !== undefined) this.eventRanges.delete(oldest);
    return id;
  }

  eventRange(id: string): HostObject | null {
    return this.eventRanges.get(id) ?? null;
  }

  /** Every range that must follow when cells move: those of this request and those the client keeps. */
  liveRanges(): RangeTarget[] {
    const kept = [...this.references.values(), ...this.eventRanges.values()].map((object) => object.target);
    return [...new Set([...this.live, ...kept])].filter(
      (target): target is RangeTarget => target instanceof RangeTarget,
    );
  }

  warn(name: string): void {
    this.warnings.set(name, (this.warnings.get(name) ?? 0) + 1);
  }
}
