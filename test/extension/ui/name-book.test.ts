import { describe, expect, it } from 'vitest';
import { linkEntry, moveEntry, putAside } from '../../../core/queue/change-entry.ts';
import type { QueueEntry } from '../../../core/queue/queue-entry.ts';
import { FIRST_QUESTION } from '../../../core/queue/queue-question.ts';
import { rowOf } from '../../../core/queue/queue-row.ts';
import { idsOf } from '../../../core/queue/search-rows.ts';
import { findPack } from '../../../core/policy/packs.ts';
import { withMeanings } from '../../../extension/ui/queue/name-book.ts';
import { anEntry, idOf, LATER } from '../../core/queue/queue-entries.ts';

const of = (policy: string, grade: string, category: string | null = null) =>
  anEntry({ policy: { id: policy, version: '1' }, grade, category });
const gravest = (policy: string) => findPack(policy)?.grades.at(-1)?.id ?? '';

function isFound(entry: QueueEntry, search: string): boolean {
  const question = { ...FIRST_QUESTION, shelf: entry.removedAt === null ? 'all' : 'removed', search } as const;
  return idsOf([rowOf(entry)], withMeanings(question), Date.parse(LATER)).length === 1;
}

describe('an entry is found by what its choices are called', () => {
  it.each<[string, QueueEntry, boolean]>([
    ['重大', of('general', gravest('general')), true],
    ['重大', of('general', 'general'), false],
    ['major', of('general', gravest('general')), true],
    ['质量', of('general', 'general', 'product_quality'), true],
    ['質量', of('general', 'general', 'product_quality'), true],
    ['已交接', moveEntry(of('general', 'general'), 'handedOver', LATER), true],
    ['待交接', moveEntry(of('general', 'general'), 'handedOver', LATER), false],
    ['已登記', moveEntry(of('general', 'general'), 'registered', LATER), true],
    ['handed over', moveEntry(of('general', 'general'), 'handedOver', LATER), true],
    ['重复件', linkEntry(of('general', 'general'), { to: idOf(9), kind: 'duplicateOf' }, LATER), true],
    ['待交接', linkEntry(of('general', 'general'), { to: idOf(9), kind: 'duplicateOf' }, LATER), false],
    ['已收起', putAside(of('general', 'general'), true, LATER), true],
    ['重大 华科', of('general', gravest('general')), true],
    ['重大 别家', of('general', gravest('general')), false],
    // One character is part of too many names.
    ['重', of('general', gravest('general')), false],
    ['重大', of('nobody knows', 'major'), false],
  ])('%s', (search, entry, expected) => {
    expect(isFound(entry, search)).toBe(expected);
  });

  it('in every policy by the name of each of its grades', () => {
    for (const policy of ['general', 'food', 'power-supply', 'emergency-plan', 'fly-ash'])
      for (const { id, label } of findPack(policy)?.grades ?? [])
        for (const name of Object.values(label)) expect(isFound(of(policy, id), name), `${policy} ${name}`).toBe(true);
  });
});
