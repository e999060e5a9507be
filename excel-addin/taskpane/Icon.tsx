/** Line drawings on a 16-unit square, drawn for this pane. Beside each stands a word; alone they say nothing. */
const PATHS = {
  today: 'M2.5 4.5h11v9h-11zM2.5 7h11M5.5 2.5v3M10.5 2.5v3M5.5 10l1.5 1.5 3-3',
  import: 'M8 2v7.5M4.8 6.5 8 9.7l3.2-3.2M2.5 11v2.5h11V11',
  register: 'M2.5 2.5h11v11h-11zM2.5 6h11M6 6v7.5',
  sure: 'M3 8.5 6.5 12 13 4.5',
  doubt: 'M8 3v6M8 11.6v.8',
  none: 'M4 8h8',
  overdue: 'M8 1.8 14.6 13.5H1.4zM8 6v3.6M8 11.2v.6',
  dueSoon: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.8V8l2.2 1.6',
  running: 'M5 3.5 12 8l-7 4.5z',
  unset: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.6-.8 1.2M8 11.2v.5',
  waiting: 'M4.5 2.5h7M4.5 13.5h7M5.5 2.5c0 3.5 5 3.5 5 7v4M10.5 2.5c0 3.5-5 3.5-5 7v4',
  closed: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.2 8.2l2 2 3.6-4',
  error: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.8 5.8l4.4 4.4M10.2 5.8l-4.4 4.4',
  warning: 'M8 1.8 14.6 13.5H1.4zM8 6v3.6M8 11.2v.6',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 7.2v4M8 4.6v.6',
  success: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.2 8.2l2 2 3.6-4',
  findings: 'M6.8 2.2a4.6 4.6 0 1 0 0 9.2 4.6 4.6 0 0 0 0-9.2zM10.2 10.2 14 14M4.8 6.9l1.5 1.5 2.6-3',
  jump: 'M6 3h7v7M13 3 5 11M10 9.5v4H2.5V6h4',
  refresh: 'M13 4v3.2H9.8M12.8 7A5 5 0 1 0 13 9.2',
  close: 'M4 4l8 8M12 4l-8 8',
  statistics: 'M2.5 2.5v11h11M5.5 11V8M8.5 11V4.5M11.5 11V6.5',
  sheet: 'M3.5 1.8h6l3 3v9.4h-9zM9.5 1.8v3h3M5.5 8h5M5.5 10.5h5',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg class="icon" width={size} height={size} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <path
        d={PATHS[name]}
        fill="none"
        stroke="currentColor"
        stroke-width="1.4"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  );
}
