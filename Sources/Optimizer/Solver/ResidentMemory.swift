import Foundation

/// Memory of this process that lies in RAM.
enum ResidentMemory {
    /// From `/proc/self/statm`, second field, in pages; 0 where there is no such file.
    static var megabytes: Int {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return 0 }
        let fields = text.split(separator: " ")
        guard fields.count > 1, let pages = Int(fields[1]) else { return 0 }
        return pages * Int(sysconf(Int32(_SC_PAGESIZE))) / 1_000_000
    }
}
