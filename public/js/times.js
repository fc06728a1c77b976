const withTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })

/** Prints every <time> under `root` in the reader's own zone and manner; its title keeps the exact UTC instant. */
export function localTimes(root) {
  for (const time of root.querySelectorAll('time[datetime*="T"]')) {
    time.textContent = withTime.format(new Date(time.dateTime))
  }
}
