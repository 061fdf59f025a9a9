/// libical refuses a calendar, or has no memory left.
package struct CalendarWritingFault: Error, Hashable {}
