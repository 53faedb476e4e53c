/** Excel's ids of the sheets that we write ourselves: what happens to them is no change of the plan. */
export const ownSheets = new Set<string>();
