import { element, required } from '../shared/build-element.ts';
import { longTime, shortTime } from '../shared/show-time.ts';

interface Ticket {
  id: string;
  title: string;
  openedAt: string;
  state: string;
  fields: [string, string][];
  description: string[];
  demand: string;
  comments: { author: string; at: string; text: string }[];
}

await showPage();

async function showPage(): Promise<void> {
  const response = await fetch('tickets.json');
  if (!response.ok) throw new Error(`tickets.json: ${response.status}`);
  const tickets = (await response.json()) as Ticket[];
  const wanted = new URLSearchParams(location.search).get('ticket') ?? tickets[0]?.id;
  required('.ticket-list ul').replaceChildren(...tickets.map((ticket) => listItem(ticket, ticket.id === wanted)));
  const open = tickets.find(({ id }) => id === wanted);
  document.title = open ? `${open.id} ${open.title} - 青石客户管理` : document.title;
  required('main').replaceChildren(open ? article(open) : element('p', { class: 'no-ticket' }, '没有找到这张工单。'));
}

function listItem(ticket: Ticket, isOpen: boolean): HTMLElement {
  const current: Record<string, string> = isOpen ? { 'aria-current': 'page' } : {};
  return element(
    'li',
    {},
    element(
      'a',
      { href: `?ticket=${encodeURIComponent(ticket.id)}`, ...current },
      element(
        'span',
        { class: 'list-head' },
        element('span', {}, ticket.id),
        element('span', {}, shortTime(ticket.openedAt)),
      ),
      element('span', { class: 'list-title' }, ticket.title),
      element('span', { class: 'state' }, ticket.state),
    ),
  );
}

function article(ticket: Ticket): HTMLElement {
  return element(
    'article',
    { class: 'ticket', 'data-ticket-id': ticket.id },
    element(
      'p',
      { class: 'ticket-line' },
      element('span', {}, `工单 ${ticket.id}`),
      element('span', { class: 'state' }, ticket.state),
    ),
    element('h1', { class: 'ticket-title' }, ticket.title),
    element(
      'dl',
      { class: 'ticket-fields' },
      ...field(
        '登记时间',
        element('time', { class: 'ticket-date', datetime: ticket.openedAt }, longTime(ticket.openedAt)),
      ),
      ...ticket.fields.flatMap(([label, value]) => field(label, value)),
    ),
    element('h2', {}, '问题描述'),
    element('div', { class: 'ticket-description' }, ...ticket.description.map((text) => element('p', {}, text))),
    ...demand(ticket.demand),
    element('h2', {}, `跟进记录（${ticket.comments.length}）`),
    ...ticket.comments.map(comment),
  );
}

function field(label: string, value: string | HTMLElement): HTMLElement[] {
  return [element('dt', {}, label), element('dd', {}, value)];
}

function demand(text: string): HTMLElement[] {
  if (text === '') return [];
  return [element('dl', { class: 'ticket-fields ticket-demand' }, ...field('客户诉求', text))];
}

function comment({ author, at, text }: Ticket['comments'][number]): HTMLElement {
  return element(
    'section',
    { class: 'comment' },
    element(
      'p',
      { class: 'comment-head' },
      element('span', { class: 'author' }, author),
      element('time', { datetime: at }, longTime(at)),
    ),
    element('p', { class: 'text' }, text),
  );
}
