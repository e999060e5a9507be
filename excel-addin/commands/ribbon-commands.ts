/** The ids of manifest.xml's `FunctionName`s; a test compares the two. */
export const RIBBON_COMMANDS = ['importQueue'] as const;
export type RibbonCommand = (typeof RIBBON_COMMANDS)[number];

/**
 * Ties the ribbon's buttons to what they do. The host greys a button out until its command says that it is completed, so it
 * is completed whatever comes of it; what went wrong is told in the pane.
 */
export function tieRibbonCommands(commands: Record<RibbonCommand, () => Promise<void>>): void {
  for (const name of RIBBON_COMMANDS)
    Office.actions.associate(name, (event: Office.AddinCommands.Event) => {
      void commands[name]().finally(() => event.completed());
    });
}
