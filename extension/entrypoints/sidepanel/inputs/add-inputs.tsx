import { AddMenu } from '../../../ui/inputs/add-menu.tsx';
import { useInputs } from './inputs-context.ts';

/** The menu of the ways in, at any place of the panel. */
export function AddInputs() {
  const { chooseFiles, startForm } = useInputs();
  return <AddMenu onFiles={chooseFiles} onForm={startForm} />;
}
