/** The ids of manifest.xml's `FunctionName`s; a test compares the two. */
export const RIBBON_COMMANDS = [
  'showToday',
  'importQueue',
  'nextOverdue',
  'refreshRegister',
  'showFindings',
  'recordForm',
] as const;
export type RibbonCommand = (typeof RIBBON_COMMANDS)[number];

/**
 * Ties the ribbon's buttons and the key combinations to what they do. The host greys a button out until its command says
 * that it is completed, so it is completed whatever comes of it; what went wrong is told in the pane. A key combination
 * hands over no event. Hosts without key combinations tie an action that nobody calls.
 */
export function tieRibbonCommands(commands: Record<'openPane' | RibbonCommand, () => Promise<void>>): void {
  for (const name of ['openPane', ...RIBBON_COMMANDS] as const)
    Office.actions.associate(name, (event?: Office.AddinCommands.Event) => {
      void commands[name]()
        .catch(reportError)
        .finally(() => event?.completed());
    });
}
