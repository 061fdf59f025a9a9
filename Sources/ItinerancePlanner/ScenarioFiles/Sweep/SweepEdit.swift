import Yams

extension SweepGrid {
    /// Makes the scenario file of a cell out of the file as it is. Teams come before the depots that they start from.
    package func apply(_ cell: SweepCell, to root: inout Node.Mapping) {
        guard let choice = cell.choice else { return }
        let chosen = zip(axes, choice).map { (axis: $0, value: $0.values[$1]) }
        for (axis, value) in chosen where axis.subject == .vans { axis.apply(value, to: &root) }
        for (axis, value) in chosen where axis.subject != .vans { axis.apply(value, to: &root) }
    }
}

extension SweepAxis {
    fileprivate func apply(_ value: SweepValue, to root: inout Node.Mapping) {
        switch subject {
        case .parameters(let keys):
            var parameters = root[Node("parametres")]?.mapping ?? Node.Mapping([])
            for (key, node) in zip(keys, value.nodes) { parameters[Node(key)] = node.part }
            root[Node("parametres")] = .mapping(parameters)
        case .service(let path):
            changeService(&root) { $0.set(path[...], to: value.nodes.first?.part) }
        case .depot:
            changeService(&root) { service in
                service.changeTeams { teams in
                    for index in teams.indices where van == nil || teams[index][Node("vehicule")]?.string == van {
                        let node = value.nodes.count == 1 ? value.nodes[0] : value.nodes.dropFirst(index).first
                        if let node { teams[index][Node("depot")] = node.part }
                    }
                }
            }
        case .vans:
            guard let count = value.number.map({ Int($0) }) else { return }
            changeService(&root) { service in
                service.changeTeams { teams in
                    teams = Array((teams + reserve.compactMap(\.part.mapping)).prefix(count))
                }
            }
        }
    }

    private func changeService(_ root: inout Node.Mapping, _ change: (inout Node.Mapping) -> Void) {
        guard var services = root[Node("services")]?.sequence else { return }
        for index in services.indices {
            guard var mapping = services[index].mapping, mapping[Node("id")]?.string == service else { continue }
            change(&mapping)
            services[index] = .mapping(mapping)
        }
        root[Node("services")] = .sequence(services)
    }
}

extension Node.Mapping {
    private static let teamKeys = ["vehicule", "equipe", "depot"]

    /// The teams of a service, in its short form or as a list.
    package var teams: [Node.Mapping] {
        if let listed = self[Node("equipages")]?.sequence { return listed.compactMap(\.mapping) }
        return [Node.Mapping(Self.teamKeys.compactMap { key in self[Node(key)].map { (Node(key), $0) } })]
    }

    /// A short form stays one while there is one team.
    fileprivate mutating func changeTeams(_ change: (inout [Node.Mapping]) -> Void) {
        var changed = teams
        change(&changed)
        if self[Node("equipages")] == nil, changed.count == 1 {
            for key in Self.teamKeys { self[Node(key)] = changed[0][Node(key)] }
        } else {
            for key in Self.teamKeys { self[Node(key)] = nil }
            self[Node("equipages")] = .sequence(Node.Sequence(changed.map { .mapping($0) }))
        }
    }

    /// `nil` takes the key away.
    fileprivate mutating func set(_ path: ArraySlice<String>, to node: Node?) {
        guard let key = path.first else { return }
        guard path.count > 1 else {
            self[Node(key)] = node
            return
        }
        var inner = self[Node(key)]?.mapping ?? Node.Mapping([])
        inner.set(path.dropFirst(), to: node)
        self[Node(key)] = inner.isEmpty ? nil : .mapping(inner)
    }
}
