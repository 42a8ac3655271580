// Finding tickets and stations in the desk.
export const stationOf = (desk, number) => desk.stations.find((s) => s.station === number);

export const freeStations = (desk) =>
  desk.stations.filter((s) => s.setting === "open" && !s.ticket).map((s) => s.station);

/** Return the wanted station where that is free, else the first free one, if any. */
export function freeOrFirst(desk, wanted) {
  const free = freeStations(desk);
  return free.includes(Number(wanted)) ? Number(wanted) : free[0];
}

/** Find a ticket's row wherever it stands; undefined once it is cancelled or undone. */
export function find(desk, number) {
  const shot = desk.stations.flatMap((s) => s.ticket ?? []);
  return [...shot, ...desk.queue, ...desk.held, ...desk.missed, ...desk.finished].find(
    (row) => row.ticket === number,
  );
}
