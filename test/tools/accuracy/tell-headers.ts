import type { HeaderTally } from './measure-headers.ts';
import { fraction } from './ratio.ts';
import { percent, table } from './table.ts';

export function tellHeaders({ lists, all, byLanguage, byKind, schemaDerived }: HeaderTally): string {
  const row = (name: string, { right, of }: { right: number; of: number }) => [
    name,
    percent(fraction(right, of)),
    String(right),
    String(of),
  ];
  return [
    `${lists} lists`,
    '',
    table(
      ['columns', 'top 1', 'right', 'of'],
      [
        row('all', all),
        ...[...byLanguage].map(([name, share]) => row(`  ${name}`, share)),
        ...[...byKind].map(([name, share]) => row(`  ${name}`, share)),
      ],
    ),
    '',
    schemaDerived.lists === 0
      ? 'No list with labels from software'
      : `Left out: ${schemaDerived.lists} lists with labels from software, ${schemaDerived.right} of ${schemaDerived.of} columns right`,
  ].join('\n');
}

export function tellHeaderMisses({ misses }: HeaderTally): string {
  return misses
    .map(({ id, column, wanted, got }) =>
      [id, column.replace(/\s+/g, ' '), `wanted ${wanted}`, `got ${got}`].join('\t'),
    )
    .join('\n');
}
