// The syntax that the kiosk and the staff's pages are written in. The pages of their codes are written
// in less; they read it all the same, so that a browser too old says so there and not on the day.
export const newest = (value) => value?.newest ?? null;
