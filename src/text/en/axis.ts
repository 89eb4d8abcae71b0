const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** The time axis over the lineage, where there is little room; months from 0, January. */
export const axis = {
  month: (month: number) => MONTHS[month] ?? "",
  before: (year: number, month: number) =>
    `before ${month === 0 ? year : `${MONTHS[month] ?? ""} ${year}`}, compressed`,
  compressed: "compressed",
  noDate: "no date",
  noDates: "no dates known",
};
