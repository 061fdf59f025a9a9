import Planning

extension ReplanWords {
    /// Words that a changed plan carries in its file.
    package static var labels: ReplanLabels {
        ReplanLabels(venueClosed: venueClosed, dayClosed: dayClosed) { weekName($0, $1) }
    }
}
