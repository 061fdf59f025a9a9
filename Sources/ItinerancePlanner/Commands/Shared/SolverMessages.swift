import Logging

/// Where the program's log goes: to standard error, and only what matters unless asked for more.
enum SolverMessages {
    static func start(verbose: Bool) {
        LoggingSystem.bootstrap { label in
            var handler = StreamLogHandler.standardError(label: label)
            handler.logLevel = verbose ? .debug : .error
            return handler
        }
    }
}
