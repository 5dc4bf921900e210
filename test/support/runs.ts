const asked = Number(process.env.KANLI_RUNS ?? 30);

/** How many random deals a property is tried on; `npm run soak` asks for more. */
export const runs = { numRuns: asked };

/** For what prices each deal twice. */
export const fewRuns = { numRuns: Math.ceil(asked / 2) };

/** For properties of numbers alone, which cost next to nothing. */
export const manyRuns = { numRuns: asked * 20 };
