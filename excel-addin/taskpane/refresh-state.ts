/** The refresh of a register, as its card shows it. */
export interface RefreshModel {
  /** What the last one did in this session; null: none was asked for yet. */
  last: { looked: number; changed: number } | null;
  /** Headings of columns that the register lacks by its rules of now. */
  lacking: string[];
}

export interface RefreshCallbacks {
  refreshRegister: () => void;
  /** Lays the lacking columns at the right edge of the table. */
  addColumns: () => void;
  /** Stops the long work that goes on. */
  cancelWork: () => void;
}
