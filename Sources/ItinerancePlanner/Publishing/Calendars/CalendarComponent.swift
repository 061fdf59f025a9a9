import CIcal
import Foundation

/// A component of libical with all that was put in it; freed when it is gone.
///
/// libical escapes texts and folds lines. Source: RFC 5545, RFC 7986.
package struct CalendarComponent: ~Copyable {
    private let pointer: OpaquePointer

    package enum Kind {
        case calendar, event

        fileprivate var code: icalcomponent_kind {
            switch self {
            case .calendar: ICAL_VCALENDAR_COMPONENT
            case .event: ICAL_VEVENT_COMPONENT
            }
        }
    }

    package enum TextProperty {
        case productID, version, scale, name, uid, summary, location, description, categories

        fileprivate var code: icalproperty_kind {
            switch self {
            case .productID: ICAL_PRODID_PROPERTY
            case .version: ICAL_VERSION_PROPERTY
            case .scale: ICAL_CALSCALE_PROPERTY
            case .name: ICAL_NAME_PROPERTY
            case .uid: ICAL_UID_PROPERTY
            case .summary: ICAL_SUMMARY_PROPERTY
            case .location: ICAL_LOCATION_PROPERTY
            case .description: ICAL_DESCRIPTION_PROPERTY
            case .categories: ICAL_CATEGORIES_PROPERTY
            }
        }
    }

    /// - Throws: `CalendarWritingFault` where libical has no memory left.
    package init(_ kind: Kind) throws {
        guard let pointer = icalcomponent_new(kind.code) else { throw CalendarWritingFault() }
        self.pointer = pointer
    }

    /// - Throws: `CalendarWritingFault` where the text is no component.
    package init(parsing text: String) throws {
        guard let pointer = icalparser_parse_string(text) else { throw CalendarWritingFault() }
        self.pointer = pointer
    }

    deinit { icalcomponent_free(pointer) }

    /// Gives the component away: its new parent frees it.
    private consuming func release() -> OpaquePointer {
        let pointer = pointer
        discard self
        return pointer
    }

    package func add(_ child: consuming CalendarComponent) { icalcomponent_add_component(pointer, child.release()) }

    private func add(_ property: OpaquePointer?) throws {
        guard let property else { throw CalendarWritingFault() }
        icalcomponent_add_property(pointer, property)
    }

    /// Line ends become `\n`; other control characters, which no calendar may hold, are left out.
    package func set(_ property: TextProperty, _ text: String) throws {
        let made = icalproperty_new(property.code)
        if let made { icalproperty_set_value(made, icalvalue_new_text(Self.clean(text))) }
        try add(made)
    }

    /// A property that is not one of RFC 5545, such as `X-WR-CALNAME`: one line, which nothing escapes.
    package func set(extension name: String, _ text: String) throws {
        let made = icalproperty_new_x(Self.clean(text).replacing("\n", with: " "))
        if let made { icalproperty_set_x_name(made, name) }
        try add(made)
    }

    /// A property whose value is no free text, as one line: `SEQUENCE:7`.
    package func set(line: String) throws { try add(icalproperty_new_from_string(line)) }

    /// - Parameter moment: `20270104T090000`, the clock of Paris.
    package func set(local property: LocalTime, _ moment: String) throws {
        let time = icaltime_from_string(moment)
        let made =
            switch property {
            case .start: icalproperty_new_dtstart(time)
            case .end: icalproperty_new_dtend(time)
            case .excluded: icalproperty_new_exdate(time)
            }
        if let made { icalproperty_add_parameter(made, icalparameter_new_tzid(ParisTime.name)) }
        try add(made)
    }

    package enum LocalTime { case start, end, excluded }

    /// Lines of at most 75 octets, ended by CR and LF.
    package var text: String {
        get throws {
            guard let characters = icalcomponent_as_ical_string_r(pointer) else { throw CalendarWritingFault() }
            defer { icalmemory_free_buffer(characters) }
            return String(cString: characters)
        }
    }

    private static func clean(_ text: String) -> String {
        let lines = text.replacing("\r\n", with: "\n").replacing("\r", with: "\n")
        return String(
            String.UnicodeScalarView(lines.unicodeScalars.filter { $0 == "\n" || $0.value >= 32 && $0.value != 127 }))
    }
}
