print("itinerance")
