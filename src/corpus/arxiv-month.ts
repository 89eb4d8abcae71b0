/**
 * The month in which arXiv got the paper of this number, YYYY-MM: "2021-03" for 2103.00020, "1999-01"
 * for hep-th/9901001; null for what is not a number in the form that arxivNumber gives.
 */
export function arxivMonth(number: string): string | null {
  const [, year, month] =
    /^(?:[a-z-]+\/(?=\d{7}$)|(?=\d{4}\.\d{4,5}$))(\d{2})(0[1-9]|1[0-2])/.exec(number) ?? [];
  if (!year || !month) return null;
  const century = number.includes("/") && year >= "91" ? 19 : 20;
  return `${century}${year}-${month}`;
}
