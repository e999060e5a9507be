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
    for (const [id, known] of this.references) if (known.target === object.target) return id;
    const id = `r${this.nextReference++}`;
    this.references.set(id, object);
    return id;
  }

  warn(name: string): void {
    this.warnings.set(name, (this.warnings.get(name) ?? 0) + 1);
  }
}
