import { refuse } from '../model/host-error.ts';
import type { CellComment, Sheet } from '../model/workbook.ts';
import { defineClass, type HostObject } from '../protocol/host-object.ts';
import type { HostSession } from '../protocol/session.ts';
import { flag, integer, rangeOrAddress, text } from './arguments.ts';
import type { CommentScope, OnComment } from './targets.ts';

function listed({ workbook, sheet }: CommentScope): OnComment[] {
  return (sheet ? [sheet] : workbook.sheets).flatMap((owner) =>
    owner.comments.map((comment) => ({ sheet: owner, comment })),
  );
}

function find(scope: CommentScope, key: unknown, session: HostSession): HostObject | null {
  const found = listed(scope).find(({ comment }) => comment.id === text(key));
  return found ? session.objects.comment(session, found) : null;
}

export const comments = defineClass<CommentScope>({
  name: 'CommentCollection',
  items: (scope, session) => listed(scope).map((entry) => session.objects.comment(session, entry)),
  itemByKey: find,
  methods: {
    /** One cell only, else InvalidArgument; a cell holds a comment or a note, not both (facts 2.2 "comments"). */
    add(scope, [cell, content], session) {
      const { sheet, area } = rangeOrAddress(cell, scope.workbook, scope.sheet);
      if (area.rows !== 1 || area.columns !== 1) refuse('InvalidArgument');
      if (sheet.protection) refuse('AccessDenied');
      const taken = [...sheet.comments, ...sheet.notes].some(
        (mark) => mark.row === area.row && mark.column === area.column,
      );
      if (taken) refuse('ItemAlreadyExists');
      const comment: CellComment = {
        id: scope.workbook.newCommentId(),
        row: area.row,
        column: area.column,
        content: text(content),
        author: session.userName,
        createdAt: scope.workbook.now().toISOString().slice(0, 22),
        resolved: false,
      };
      sheet.comments.push(comment);
      touched(sheet);
      return session.objects.comment(session, { sheet, comment });
    },
    getCount: (scope) => listed(scope).length,
    getItemAt: (scope, [index], session) =>
      session.objects.comment(session, listed(scope)[integer(index)] ?? refuse('ItemNotFound')),
    getItemOrNullObject: (scope, [key], session) => find(scope, key, session),
    getItemByCell(scope, [cell], session) {
      const { sheet, area } = rangeOrAddress(cell, scope.workbook, scope.sheet);
      const comment = sheet.comments.find((entry) => entry.row === area.row && entry.column === area.column);
      return session.objects.comment(session, { sheet, comment: comment ?? refuse('ItemNotFound') });
    },
  },
  events: ['Added', 'Changed', 'Deleted'],
});

function touched(sheet: Sheet): void {
  sheet.changed.add('comments');
  sheet.workbook.notify({ kind: 'structure', sheet, area: null });
}

function present({ sheet, comment }: OnComment): CellComment {
  return sheet.comments.includes(comment) ? comment : refuse('ItemNotFound');
}

export const comment = defineClass<OnComment>({
  name: 'Comment',
  identity: (target) => ({ Id: present(target).id }),
  scalars: {
    id: { get: (target) => target.comment.id },
    content: {
      get: (target) => present(target).content,
      set: (target, value) => {
        present(target).content = text(value);
        touched(target.sheet);
      },
    },
    authorName: { get: (target) => present(target).author },
    authorEmail: { get: () => '' },
    creationDate: { get: (target) => present(target).createdAt },
    contentType: { get: () => 'Plain' },
    resolved: {
      get: (target) => present(target).resolved,
      set: (target, value) => {
        present(target).resolved = flag(value);
        touched(target.sheet);
      },
    },
  },
  methods: {
    delete(target) {
      const { sheet } = target;
      sheet.comments = sheet.comments.filter((other) => other !== present(target));
      touched(sheet);
      return null;
    },
    getLocation: (target, _args, session) =>
      session.range(target.sheet, { row: present(target).row, column: present(target).column, rows: 1, columns: 1 }),
  },
});
