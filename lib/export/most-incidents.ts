/** Of more incidents than these a workbook becomes slow to open and its texts too many: they go as CSV. */
export const MOST_INCIDENTS = 200_000;
