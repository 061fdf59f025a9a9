import GRDB
import TabularData

// In the store a record and a column are those of a territory's tables; GRDB has others of these names.
package typealias Record = TabularData.Record
package typealias Column = TabularData.Column
