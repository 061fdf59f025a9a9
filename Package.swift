// swift-tools-version: 6.0
import PackageDescription

// The program and its tests take minutes to compile; without debug information less. Their own libraries keep theirs.
let withoutDebugInformation: [SwiftSetting] = [.unsafeFlags(["-gnone"], .when(configuration: .release))]

let package = Package(
    name: "itinerance",
    products: [
        .executable(name: "itinerance", targets: ["ItinerancePlanner"]),
        .library(name: "Optimizer", targets: ["Optimizer", "PlanCheck", "PlanningModel", "GeoModel"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", .upToNextMinor(from: "0.27.0")),
    ],
    targets: [
        .target(name: "CGLPK", linkerSettings: [.linkedLibrary("glpk")]),
        .systemLibrary(name: "CProj", pkgConfig: "proj", providers: [.apt(["libproj-dev"])]),
        .systemLibrary(name: "CIcal", pkgConfig: "libical", providers: [.apt(["libical-dev"])]),
        .systemLibrary(name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
        .systemLibrary(name: "CQRCode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .target(name: "GeoModel", dependencies: ["CProj"]),
        .target(name: "PlanningModel", dependencies: ["GeoModel"]),
        .target(name: "PlanCheck", dependencies: ["GeoModel", "PlanningModel"]),
        .target(name: "LinearSolver", dependencies: ["CGLPK", .product(name: "Logging", package: "swift-log")]),
        .target(name: "ColumnGeneration", dependencies: ["LinearSolver"]),
        .target(name: "Optimizer", dependencies: ["GeoModel", "PlanningModel", "LinearSolver", "ColumnGeneration"]),
        .target(name: "Staffing", dependencies: ["GeoModel", "PlanningModel", "PlanCheck", "LinearSolver"]),
        // Until each file of the program names what it uses.
        .target(
            name: "RoundPlan", dependencies: ["PlanningModel", "PlanCheck", "LinearSolver", "Optimizer", "Staffing"]),
        .executableTarget(
            name: "ItinerancePlanner",
            dependencies: [
                "GeoModel", "RoundPlan", "Optimizer", "TeamOrienteering", "CIcal", "CXlsxWriter", "CQRCode", "CNettle",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "FlyingFox", package: "FlyingFox"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "SwiftCSV", package: "SwiftCSV"),
                .product(name: "Yams", package: "Yams"),
            ],
            resources: [.embedInCode("PageRendering/Resources")], swiftSettings: withoutDebugInformation),
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
            swiftSettings: withoutDebugInformation),
        .testTarget(
            name: "TeamOrienteeringTests",
            dependencies: ["GeoModel", "LinearSolver", "ColumnGeneration", "TeamOrienteering", "TestSupport"],
            swiftSettings: withoutDebugInformation),
        .testTarget(
            name: "OptimizerTests",
            dependencies: [
                "GeoModel", "PlanningModel", "PlanCheck", "LinearSolver", "ColumnGeneration", "Optimizer",
                "DrawnTerritories", "TestSupport",
            ],
            swiftSettings: withoutDebugInformation),
        .testTarget(
            name: "ItinerancePlannerTests", dependencies: ["GeoModel", "RoundPlan", "Optimizer", "ItinerancePlanner"],
            swiftSettings: withoutDebugInformation),
    ],
    swiftLanguageModes: [.v6]
)
