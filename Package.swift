// swift-tools-version: 6.0
import PackageDescription

// The program and its tests take minutes to compile; without debug information less. What a function of the program does inside
// is no business of its neighbours: where only that changes, they are not compiled again.
let quickToBuild: [SwiftSetting] = [.unsafeFlags(["-gnone", "-disable-cmo"], .when(configuration: .release))]

// Words and pages take milliseconds either way, and a fourth of all compiling where they are optimised.
let wordsAndPages: [SwiftSetting] = [
    .unsafeFlags(["-gnone", "-disable-cmo", "-Onone"], .when(configuration: .release))
]

/// A part of the program, in a folder of its own.
func room(
    _ name: String, _ dependencies: [Target.Dependency], resources: [Resource]? = nil,
    settings: [SwiftSetting] = quickToBuild
) -> Target {
    .target(
        name: name, dependencies: dependencies, path: "Sources/ItinerancePlanner/\(name)", resources: resources,
        swiftSettings: settings)
}

let upToPlanning: [Target.Dependency] = [
    "GeoModel", "PlanningModel", "PlanCheck", "LinearSolver", "Optimizer", "Staffing", "FileAccess", "TabularData",
    "PlanStore",
    "ScenarioFiles", "Routing", "PlanAnalysis", "Planning",
]

let package = Package(
    name: "itinerance",
    products: [
        .executable(name: "itinerance", targets: ["ItinerancePlanner"]),
        .library(name: "Optimizer", targets: ["Optimizer", "PlanCheck", "PlanningModel", "GeoModel"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", exact: "0.10.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
        .systemLibrary(name: "CProj", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        .systemLibrary(name: "CIcal", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "GeoModel", dependencies: ["CProj"]),
        .target(name: "PlanningModel", dependencies: ["GeoModel"]),
        .target(name: "PlanCheck", dependencies: ["GeoModel", "PlanningModel"]),
        .target(name: "LinearSolver", dependencies: ["CGLPK", .product(name: "Logging", package: "swift-log")]),
        .target(name: "ColumnGeneration", dependencies: ["LinearSolver"]),
        .target(name: "Optimizer", dependencies: ["GeoModel", "PlanningModel", "LinearSolver", "ColumnGeneration"]),
        .target(name: "Staffing", dependencies: ["GeoModel", "PlanningModel", "PlanCheck", "LinearSolver"]),
        room("FileAccess", ["GeoModel", "PlanningModel", "CNettle", "CZlib"]),
        room(
            "TabularData",
            ["FileAccess", "GeoModel", "PlanningModel", "CXlsxWriter", .product(name: "SwiftCSV", package: "SwiftCSV")]),
        room(
            "PlanStore",
            [
                "FileAccess", "TabularData", "GeoModel", "PlanningModel", "Optimizer",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        room(
            "ScenarioFiles",
            [
                "FileAccess", "TabularData", "PlanStore", "GeoModel", "PlanningModel", "Optimizer",
                .product(name: "Yams", package: "Yams"),
            ]),
        room("Routing", ["FileAccess", "TabularData", "PlanStore", "ScenarioFiles", "GeoModel", "PlanningModel"]),
        room(
            "PlanAnalysis",
            [
                "FileAccess", "TabularData", "PlanStore", "ScenarioFiles", "GeoModel", "PlanningModel", "PlanCheck",
                "Optimizer", "Staffing",
            ]),
        room(
            "Planning",
            [
                "FileAccess", "TabularData", "PlanStore", "ScenarioFiles", "Routing", "PlanAnalysis", "GeoModel",
                "PlanningModel",
                "PlanCheck", "LinearSolver", "Optimizer", "Staffing",
            ]),
        room("FrenchText", upToPlanning, settings: wordsAndPages),
        room(
            "PageRendering",
            upToPlanning + ["FrenchText", "CQRCode", .product(name: "Mustache", package: "swift-mustache")],
            resources: [.embedInCode("Resources")]),
        room("Reporting", upToPlanning + ["FrenchText", "PageRendering"], settings: wordsAndPages),
        room(
            "Publishing", upToPlanning + ["FrenchText", "PageRendering", "Reporting", "CIcal"],
            settings: wordsAndPages),
        .executableTarget(
            name: "ItinerancePlanner",
            dependencies: upToPlanning + [
                "FrenchText", "PageRendering", "Reporting", "Publishing", "TeamOrienteering",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Yams", package: "Yams"),
            ],
            path: "Sources/ItinerancePlanner/Commands", swiftSettings: wordsAndPages),
        .executableTarget(name: "GeoBenchmark", dependencies: ["GeoModel"], path: "Benchmarks/Geo"),
        .target(
            name: "TeamOrienteering", dependencies: ["GeoModel", "LinearSolver", "ColumnGeneration"],
            path: "Benchmarks/TeamOrienteering"),
        .target(name: "TestSupport", dependencies: ["LinearSolver"], path: "Tests/TestSupport"),
        .target(
            name: "DrawnTerritories", dependencies: ["GeoModel", "PlanningModel", "TestSupport"],
            path: "Tests/DrawnTerritories"),
        .testTarget(name: "ArchitectureTests"),
        .testTarget(name: "CGLPKTests", dependencies: ["CGLPK"]),
        .testTarget(name: "GeoModelTests", dependencies: ["GeoModel"]),
        .testTarget(
            name: "PlanningModelTests", dependencies: ["GeoModel", "PlanningModel", "DrawnTerritories"]),
        .testTarget(name: "PlanCheckTests", dependencies: ["GeoModel", "PlanningModel", "PlanCheck", "Optimizer"]),
        .testTarget(name: "LinearSolverTests", dependencies: ["LinearSolver", "TestSupport"]),
        .testTarget(
            name: "StaffingTests",
            dependencies: [
                "GeoModel", "PlanningModel", "PlanCheck", "Optimizer", "Staffing", "DrawnTerritories", "TestSupport",
            ]),
        .testTarget(
            name: "ColumnGenerationTests", dependencies: ["LinearSolver", "ColumnGeneration", "TestSupport"],
            swiftSettings: quickToBuild),
        .testTarget(
            name: "TeamOrienteeringTests",
            dependencies: ["GeoModel", "LinearSolver", "ColumnGeneration", "TeamOrienteering", "TestSupport"],
            swiftSettings: quickToBuild),
        .testTarget(
            name: "OptimizerTests",
            dependencies: [
                "GeoModel", "PlanningModel", "PlanCheck", "LinearSolver", "ColumnGeneration", "Optimizer",
                "DrawnTerritories", "TestSupport",
            ],
            swiftSettings: quickToBuild),
        .testTarget(
            name: "ItinerancePlannerTests",
            dependencies: upToPlanning + [
                "FrenchText", "PageRendering", "Reporting", "Publishing", "ItinerancePlanner", "DrawnTerritories",
                "TestSupport",
            ],
            swiftSettings: quickToBuild),
    ],
    swiftLanguageModes: [.v6]
)
