/** What a call ends with. Source: interface, "Conventions". */
export const exit = {
  /** The work is done; a reader that closed the pipe early counts as done. */
  done: 0,
  /** A problem in the user's input, or a refusal. */
  refused: 1,
  /** The command was called wrongly. */
  usage: 2,
  /** A fault of disk or program. */
  fault: 3,
  /** Ctrl-C. */
  interrupted: 130,
} as const;

export type Exit = (typeof exit)[keyof typeof exit];
