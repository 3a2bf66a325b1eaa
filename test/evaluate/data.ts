/** Where the published data sets lie, seen from the checkout. They are measured with, never shipped. */
export const DATA = process.env.SIDELINE_DATA ?? '../shared/data';
